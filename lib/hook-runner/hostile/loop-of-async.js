// An async loop that always has something to wait for.
// Ends as: cpu-limit
async function (ctx, callback) { for (;;) await null; }

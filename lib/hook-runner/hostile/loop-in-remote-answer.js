// Never ends once a call is answered.
// Ends as: cpu-limit
async function (ctx, callback) { await fetch("https://example.com/").catch(() => { for (;;) {} }); }

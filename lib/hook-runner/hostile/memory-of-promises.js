// Keeps more promises than there is room for.
// Ends as: memory-limit | cpu-limit
async function (ctx, callback) { const all = []; for (;;) all.push(new Promise((resolve) => { all.push(resolve); })); }

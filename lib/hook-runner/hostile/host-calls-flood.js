// Asks the host a thousand times.
// Ends as: host-limit | memory-limit
async function (ctx, callback) { await Promise.all(Array.from({ length: 1000 }, () => ctx.read())); callback(null, 1); }

// Waits for a promise that nothing can settle.
// Ends as: no-callback
async function (ctx, callback) { await new Promise(() => {}); callback(null, 1); }

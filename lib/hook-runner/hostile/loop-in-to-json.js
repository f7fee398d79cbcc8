// toJSON that never returns.
// Ends as: cpu-limit
function (ctx, callback) { callback(null, { toJSON() { for (;;) {} } }); }

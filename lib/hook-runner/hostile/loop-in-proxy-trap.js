// A proxy whose list of keys has no end.
// Ends as: cpu-limit
function (ctx, callback) { callback(null, new Proxy({}, { ownKeys() { for (;;) {} } })); }

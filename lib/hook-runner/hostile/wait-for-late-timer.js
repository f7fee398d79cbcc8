// Calls back when everybody has gone.
// Ends as: wait-limit
function (ctx, callback) { setTimeout(() => callback(null, 1), 1e9); }

// Never ends inside what a library calls.
// Ends as: cpu-limit
function (ctx, callback) { require("async").forever(function (next) { next(); }, callback); }

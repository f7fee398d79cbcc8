// Closes a wrapper that is not there, to run its own statements.
// Ends as: syntax
function (ctx, callback) {}); (function () { globalThis.stolen = true; })(

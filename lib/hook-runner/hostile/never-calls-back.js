// Does nothing at all.
// Ends as: no-callback
function (ctx, callback) {}

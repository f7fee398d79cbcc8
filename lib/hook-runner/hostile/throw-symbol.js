// Throws a symbol.
// Ends as: threw
function (ctx, callback) { throw Symbol('strange'); }

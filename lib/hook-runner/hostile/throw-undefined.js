// Throws nothing.
// Ends as: threw
function (ctx, callback) { throw undefined; }

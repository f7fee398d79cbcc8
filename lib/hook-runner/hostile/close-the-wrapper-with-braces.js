// The same with braces.
// Ends as: syntax
function (ctx, callback) {} } globalThis.stolen = true; { function again() {}

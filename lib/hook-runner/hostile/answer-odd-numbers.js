// Numbers that JSON does not know.
// Ends as: answer {"a":null,"b":null,"c":0}
function (ctx, callback) { callback(null, { a: NaN, b: Infinity, c: -0 }); }

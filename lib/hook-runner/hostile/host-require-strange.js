// Requires by names that are no names.
// Ends as: answer [true,true,true,true,true,true]
function (ctx, callback) {
  const fails = (name) => { try { require(name); return false; } catch (error) { return true; } };
  callback(null, [fails("x".repeat(1e6)), fails({}), fails(Symbol.iterator), fails(null), fails("__proto__"), fails("lodash/__proto__")]);
}

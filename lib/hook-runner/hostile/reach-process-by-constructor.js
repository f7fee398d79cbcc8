// Climbs from ctx to the constructor of functions, where it would find the process.
// Ends as: answer ["undefined","undefined","undefined"]
function (ctx, callback) {
  var make = ctx.request.constructor.constructor;
  callback(null, [make('return typeof process')(), make('return typeof globalThis.process')(), make('return typeof Deno')()]);
}

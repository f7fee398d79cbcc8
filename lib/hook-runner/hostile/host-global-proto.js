// Puts names that change prototypes into ctx.global.
// Ends as: answer "kept"
function (ctx, callback) {
  ctx.global = JSON.parse('{"__proto__":{"admin":true},"constructor":{"prototype":{"admin":true}}}');
  callback(null, 'kept');
}

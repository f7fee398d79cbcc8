// Puts a ring, a function and a getter that throws into ctx.global.
// Ends as: answer "kept"
function (ctx, callback) {
  const ring = {}; ring.ring = ring;
  ctx.global.ring = ring;
  ctx.global.run = () => 1;
  Object.defineProperty(ctx.global, 'bad', { get() { throw new Error('no'); }, enumerable: true });
  callback(null, 'kept');
}

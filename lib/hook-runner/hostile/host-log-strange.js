// Logs rings, symbols, proxies, getters that throw and huge texts.
// Ends as: answer "logged"
function (ctx, callback) {
  const ring = {}; ring.ring = ring;
  ctx.log(ring, Symbol('s'), 1n, new Proxy({}, { get() { throw 1; }, ownKeys() { throw 2; } }), { get a() { throw 3; } }, 'x'.repeat(5e6));
  callback(null, 'logged');
}

// Throws a proxy whose every trap throws.
// Ends as: threw
function (ctx, callback) {
  const bad = () => { throw new Error('trap'); };
  throw new Proxy({}, { get: bad, has: bad, ownKeys: bad, getPrototypeOf: bad, getOwnPropertyDescriptor: bad });
}

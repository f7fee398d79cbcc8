// The hook itself is a proxy of a function.
// Ends as: answer "through a proxy"
new Proxy(function (ctx, callback) { callback(null, 'through a proxy'); }, { get() { throw new Error('trap'); } })

// A chain of proxies as long as a stack.
// Ends as: threw | cpu-limit
function (ctx, callback) { let one = {}; for (let i = 0; i < 100000; i++) one = new Proxy(one, {}); callback(null, one.x); }

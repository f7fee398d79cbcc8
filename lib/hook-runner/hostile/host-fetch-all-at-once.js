// Makes all its calls at once, and more.
// Ends as: host-limit | cpu-limit
async function (ctx, callback) { await Promise.all(Array.from({ length: 5000 }, () => fetch("https://example.com/"))); }

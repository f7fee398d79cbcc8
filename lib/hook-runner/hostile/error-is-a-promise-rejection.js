// Rejects with a promise that is rejected.
// Ends as: threw
async function (ctx, callback) { throw Promise.reject(new Error('inner')); }

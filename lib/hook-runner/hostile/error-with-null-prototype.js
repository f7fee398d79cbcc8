// Refuses with an object that has no prototype.
// Ends as: refused
function (ctx, callback) { callback(Object.assign(Object.create(null), { message: 'bare' })); }

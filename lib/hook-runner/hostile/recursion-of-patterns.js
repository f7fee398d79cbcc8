// A pattern of ten thousand groups.
// Ends as: threw | syntax | cpu-limit | answer false | answer true
function (ctx, callback) { callback(null, new RegExp('('.repeat(10000) + ')'.repeat(10000)).test('x')); }

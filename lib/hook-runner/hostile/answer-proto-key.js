// Names that change prototypes where they are assigned.
// Ends as: answer {"safe":1,"deep":{}}
function (ctx, callback) {
  callback(null, JSON.parse('{"safe":1,"__proto__":{"admin":true},"constructor":{"prototype":{"admin":true}},"deep":{"prototype":1}}'));
}

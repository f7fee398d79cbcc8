/**
 * filter: which users does this manager's list hold?
 *
 *   ctx.request.user    the manager
 *   ctx.payload.search  what the manager typed into the search field
 *
 * The answer is a query in the tenant's search syntax, to which every search is narrowed; nothing as answer
 * narrows nothing. Every row that comes back is tested against the query and the access hook once more.
 */
function (ctx, callback) {
  var metadata = ctx.request.user.app_metadata || {};
  var own = metadata.department;

  if (!own) {
    return callback(new Error('You are not part of any department yet. Ask IT to add you to one.'));
  }

  if (own === 'IT') {
    return callback();
  }

  // In quotes only the quote and the backslash mean anything, so a name of any other form is safe.
  var name = String(own).replace(/[\\"]/g, '\\$&');
  return callback(null, 'app_metadata.department:"' + name + '"');
}

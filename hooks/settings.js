/**
 * settings: what does this manager's console look like, and which fields does a user have?
 *
 *   ctx.request.user  the manager
 *   ctx.locale        the language that the manager has chosen, else the browser's: 'en', 'de-AT'
 *
 * Asked once per request. Every member of the answer may be left out.
 */
function (ctx, callback) {
  var metadata = ctx.request.user.app_metadata || {};

  // A field that is in both forms, with the same input.
  function inForms(property, label, input) {
    return { property: property, label: label, create: input, edit: input };
  }

  // Functions travel as text and run in the sandbox: this one as one types, and again before anything is
  // saved. A sentence as answer is the field's error.
  function costCenterError(value, values, context, dictionary) {
    if (value && !/^[A-Z]{2}-\d{4}$/.test(value)) {
      return dictionary.costCenter || 'A cost center is two capital letters, a hyphen and four digits, such as FI-2040.';
    }
  }

  // In lists and on a user's page the value comes in an array of its own; in a form it comes as it is.
  function joined(user, value) {
    return [].concat(value)[0] instanceof Array ? value[0].join(', ') : value;
  }

  var offices = ['Amsterdam', 'Berlin', 'Lisbon', 'London', 'New York', 'Singapore'];
  var languages = ['Arabic', 'Dutch', 'English', 'French', 'German', 'Portuguese', 'Spanish'];
  var employment = [
    { value: 'permanent', label: 'Permanent' },
    { value: 'fixed-term', label: 'Fixed term' },
    { value: 'contractor', label: 'Contractor' },
  ];

  // `labels` stand in place of the labels below; the rest is for the functions, which are given the whole.
  var german = {
    labels: {
      given_name: 'Vorname',
      family_name: 'Nachname',
      name: 'Anzeigename',
      memberships: 'Abteilung',
      'user_metadata.title': 'Position',
      'user_metadata.phone': 'Telefon',
      'user_metadata.location': 'Büro',
      'user_metadata.address.street': 'Straße und Hausnummer',
      'user_metadata.address.city': 'Ort',
      'user_metadata.languages': 'Sprachen',
      'user_metadata.startDate': 'Erster Tag',
      'user_metadata.firstAider': 'In Erster Hilfe ausgebildet',
      'app_metadata.employment': 'Beschäftigung',
      'app_metadata.costCenter': 'Kostenstelle',
    },
    costCenter: 'Eine Kostenstelle besteht aus zwei Großbuchstaben, einem Bindestrich und vier Ziffern, etwa FI-2040.',
  };
  var isGerman = /^de\b/i.test(ctx.locale);

  return callback(null, {
    dict: { title: 'Steward demo', memberships: isGerman ? 'Abteilung' : 'Department' },
    languageDictionary: isGerman ? german : {},

    // Where the write hook puts the department: the form shows the one that stands there.
    membershipProperty: 'app_metadata.department',

    // Contractors sign in with a username, and IT alone takes them on.
    connections:
      metadata.department === 'IT'
        ? ['Username-Password-Authentication', 'Contractors']
        : ['Username-Password-Authentication'],

    userFields: [
      inForms('given_name', 'Given name', true),
      inForms('family_name', 'Family name', true),
      inForms('name', 'Display name', { placeholder: isGerman ? 'Vor- und Nachname' : 'Given and family name' }),

      // A built-in field, changed: one department each, which has to be picked.
      inForms('memberships', 'Department', { component: 'InputSelectCombo', required: true }),

      { ...inForms('user_metadata.title', 'Job title', true), search: { filter: true } },
      inForms('user_metadata.phone', 'Phone', { type: 'tel', placeholder: '+49 30 901820' }),
      inForms('user_metadata.location', 'Office', { type: 'select', component: 'InputSelectCombo', options: offices }),
      inForms('user_metadata.address.street', 'Street and number', true),
      inForms('user_metadata.address.city', 'City', true),
      {
        ...inForms('user_metadata.languages', 'Languages', { type: 'select', component: 'InputMultiCombo', options: languages }),
        display: joined.toString(),
      },
      inForms('user_metadata.startDate', 'First day', { type: 'date' }),
      inForms('user_metadata.firstAider', 'Trained in first aid', { type: 'checkbox' }),
      inForms('app_metadata.employment', 'Employment', { type: 'select', component: 'InputCombo', options: employment }),
      inForms('app_metadata.costCenter', 'Cost center', {
        placeholder: 'FI-2040',
        validationFunction: costCenterError.toString(),
      }),
    ],
  });
}

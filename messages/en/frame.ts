export default {
  signOut: 'Sign out',
  theme: 'Theme',
  systemTheme: 'System theme',
  lightTheme: 'Light theme',
  darkTheme: 'Dark theme',
  language: 'Language',
} as const;

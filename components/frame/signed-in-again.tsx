'use client';
import { useEffect } from 'react';

/** Tabs of this console tell each other here that somebody has signed in. */
export const signInChannelName = 'steward-sign-in';

/** Tells the other tabs, so that a form that could not be saved says that it now can. */
export function TellOtherTabs() {
  useEffect(() => {
    const channel = new BroadcastChannel(signInChannelName);
    channel.postMessage('signed-in');
    channel.close();
  }, []);
  return null;
}

/** What the kiosk shows. */
export type Scene = 'home' | 'visit' | 'pin' | 'leave';

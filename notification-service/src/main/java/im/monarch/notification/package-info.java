/**
 * The notification server: signs people in, keeps their lists, and lets them see who comes and
 * goes. Entry: {@link im.monarch.notification.NotificationVerticle}.
 */
package im.monarch.notification;

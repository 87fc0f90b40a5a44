/**
 * Keeps legacy secrets unreadable for whoever has the database alone: they are sealed with a key
 * that lies in a file outside of it.
 *
 * <p>{@link im.monarch.runtime.legacy.SecretSeal} is the entry. Where sealed bytes are stored is
 * not known here.
 */
package im.monarch.runtime.legacy;

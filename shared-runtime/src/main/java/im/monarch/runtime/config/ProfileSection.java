package im.monarch.runtime.config;

/**
 * What the profile message says about everybody.
 *
 * @param emailEnabled whether clients show their mail buttons
 * @param country two letters
 * @param language decimal LCID
 * @param flags meaning unknown; 1027 in every known profile of the time
 * @param kv version of the ticket key
 * @param sid site id of Messenger
 */
public record ProfileSection(
    boolean emailEnabled, String country, int language, long flags, int kv, int sid) {}

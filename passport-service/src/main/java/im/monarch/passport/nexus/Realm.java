package im.monarch.passport.nexus;

import java.util.regex.Pattern;

/**
 * The Passport service as clients see it.
 *
 * @param host where clients find it; with a port only if they cannot use 80 and 443, as many ignore
 *     one
 * @param configVersion raise it when {@code host} changes: clients keep what Nexus said until then
 */
public record Realm(String host, int configVersion) {

  /** What DARealm and srealm say. */
  public static final String NAME = "Passport.Net";

  /** The path of the Nexus. */
  public static final String NEXUS = "/rdr/pprdr.asp";

  /** The path of the login page. */
  public static final String LOGIN = "/login2.srf";

  private static final Pattern HOST =
      Pattern.compile("(?:[A-Za-z0-9._-]+|\\[[0-9A-Fa-f:.]+])(?::[0-9]{1,5})?");

  public Realm {
    if (!HOST.matcher(host).matches()) {
      throw new IllegalArgumentException(
          "'" + host + "' (expected: a name or an address, without http:// and path)");
    }
  }

  /** The host without a port and without the brackets of an IPv6 address. */
  public String hostName() {
    return host.startsWith("[")
        ? host.substring(1, host.indexOf(']'))
        : host.replaceFirst(":[0-9]+$", "");
  }
}

package im.monarch.runtime.config;

import im.monarch.protocol.vocabulary.HostPort;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Everything a process listens on, by key. */
public final class Addresses {

  private Addresses() {}

  /** The addresses of the roles that {@code config} runs, and of the management listener. */
  public static Map<String, HostPort> of(MonarchConfig config) {
    var addresses = new LinkedHashMap<String, HostPort>();
    for (var role : RoleName.values()) {
      if (config.runs(role) && !listensElsewhere(config, role)) {
        addresses.putAll(of(config, role));
      }
    }
    addresses.put("management.listen", config.management().listen());
    return addresses;
  }

  /** Whether the port of another role serves the clients of {@code role}. */
  private static boolean listensElsewhere(MonarchConfig config, RoleName role) {
    return config.sharesPort() && (role == RoleName.DISPATCH || role == RoleName.SWITCHBOARD);
  }

  private static Map<String, HostPort> of(MonarchConfig config, RoleName role) {
    return switch (role) {
      case DISPATCH -> Map.of("dispatch.listen", config.dispatch().listen());
      case NOTIFICATION -> Map.of("notification.listen", config.notification().listen());
      case SWITCHBOARD -> Map.of("switchboard.listen", config.switchboard().listen());
      case PASSPORT -> {
        var passport = new LinkedHashMap<String, HostPort>();
        passport.put("passport.http", config.passport().http());
        passport.put("passport.https", config.passport().https());
        yield passport;
      }
    };
  }

  static List<Problem> problems(MonarchConfig config) {
    var problems = new ArrayList<Problem>();
    var taken = new HashMap<HostPort, String>();
    of(config)
        .forEach(
            (key, address) -> {
              var other = address.port() == 0 ? null : taken.putIfAbsent(address, key);
              if (other != null) {
                problems.add(
                    new Problem(key, '"' + address.toString() + '"', other + " listens there"));
              }
            });
    return problems;
  }
}

package im.monarch.runtime.config;

import java.io.IOException;
import java.net.InetAddress;
import java.net.NetworkInterface;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What a configuration takes for granted about the machine it is read on. */
final class Surroundings {

  private Surroundings() {}

  static List<Problem> problems(MonarchConfig config) {
    var problems = new ArrayList<Problem>();
    files(config)
        .forEach(
            (key, file) -> {
              if (!Files.isReadable(file)) {
                problems.add(
                    new Problem(
                        key,
                        '"' + file.toString() + '"',
                        "no readable file at " + file.toAbsolutePath()));
              }
            });
    if (config.cluster().enabled() && !isOfThisMachine(config.cluster().host())) {
      problems.add(
          new Problem(
              "cluster.host",
              '"' + config.cluster().host() + '"',
              "expected: an address of this machine"));
    }
    return problems;
  }

  private static boolean isOfThisMachine(String host) {
    try {
      return NetworkInterface.getByInetAddress(InetAddress.getByName(host)) != null;
    } catch (IOException e) {
      return false;
    }
  }

  private static Map<String, Path> files(MonarchConfig config) {
    var files = new LinkedHashMap<String, Path>();
    config.store().server().authorities().ifPresent(file -> files.put("store.authorities", file));
    if (config.runs(RoleName.PASSPORT)) {
      config.passport().certificate().ifPresent(file -> files.put("passport.certificate", file));
      config.passport().key().ifPresent(file -> files.put("passport.key", file));
    }
    return files;
  }
}

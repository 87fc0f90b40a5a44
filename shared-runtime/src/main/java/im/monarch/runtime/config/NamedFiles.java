package im.monarch.runtime.config;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The files that a configuration names and that have to be there already. */
final class NamedFiles {

  private NamedFiles() {}

  static List<Problem> problems(MonarchConfig config) {
    return of(config).entrySet().stream()
        .filter(file -> !Files.isReadable(file.getValue()))
        .map(file -> problem(file.getKey(), file.getValue()))
        .toList();
  }

  private static Map<String, Path> of(MonarchConfig config) {
    var files = new LinkedHashMap<String, Path>();
    if (config.runs(RoleName.PASSPORT)) {
      config.passport().certificate().ifPresent(file -> files.put("passport.certificate", file));
      config.passport().key().ifPresent(file -> files.put("passport.key", file));
    }
    return files;
  }

  private static Problem problem(String key, Path file) {
    return new Problem(
        key, '"' + file.toString() + '"', "no readable file at " + file.toAbsolutePath());
  }
}

package im.monarch.runtime.config;

import io.vertx.core.json.JsonObject;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * What a configuration is made of; later wins.
 *
 * @param file what a file or the program says
 * @param variables the environment
 * @param properties of the system
 * @param roles from the command line; empty when it names none
 */
record Layers(
    JsonObject file,
    Map<String, String> variables,
    Map<String, String> properties,
    List<String> roles) {

  /** The configuration, when nothing is wrong with it. */
  MonarchConfig read() throws ConfigException {
    var schema = new Schema();
    var config = file.copy();
    var overrides = new Overrides(schema, config);
    overrides.takeVariables(variables);
    overrides.takeProperties(properties);
    overrides.takeRoles(roles);

    var problems = new ArrayList<Problem>();
    SchemaCheck.problems(schema, config)
        .forEach((path, problem) -> problems.add(problem.from(overrides.origin(path))));
    problems.addAll(overrides.problems());
    refuse(problems);

    var sections = new Sections(schema.complete(config));
    var read = sections.read();
    refuse(sections.problems());
    var monarch = read.orElseThrow();
    refuse(
        Stream.concat(Addresses.problems(monarch).stream(), Surroundings.problems(monarch).stream())
            .toList());
    return monarch;
  }

  private static void refuse(List<Problem> problems) throws ConfigException {
    if (!problems.isEmpty()) {
      throw new ConfigException(problems);
    }
  }
}

package im.monarch.runtime.config;

import im.monarch.protocol.dialect.Cvr0;
import im.monarch.protocol.dialect.Dialects;
import im.monarch.protocol.vocabulary.HostPort;
import im.monarch.runtime.reception.Reception.VerReply;
import io.vertx.core.VertxOptions;
import io.vertx.core.json.JsonObject;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * One section of a configuration that fits the schema, value by value.
 *
 * @param json with defaults
 */
record Section(JsonObject json) {

  String text(String key) {
    return json.getString(key);
  }

  Optional<String> optionalText(String key) {
    return Optional.ofNullable(json.getString(key));
  }

  /** A section within this one that need not be there. */
  Optional<Section> part(String key) {
    return Optional.ofNullable(json.getJsonObject(key)).map(Section::new);
  }

  int number(String key) {
    return json.getInteger(key);
  }

  Duration seconds(String key) {
    return Duration.ofSeconds(json.getLong(key));
  }

  HostPort address(String key) {
    return HostPort.parse(text(key));
  }

  Optional<HostPort> optionalAddress(String key) {
    return optionalText(key).map(HostPort::parse);
  }

  Optional<Path> optionalPath(String key) {
    return optionalText(key).map(Path::of);
  }

  List<String> texts(String key) {
    return json.getJsonArray(key).stream().map(Object::toString).toList();
  }

  int instances() {
    return json.getInteger("instances", VertxOptions.DEFAULT_EVENT_LOOP_POOL_SIZE);
  }

  /** How VER is answered. */
  VerReply verReply() {
    return text("verReply").equals("single") ? VerReply.SINGLE : VerReply.ECHO_CVR0;
  }

  /** The dialects named, or all of them; with CVR0. */
  Dialects dialects() {
    if (!json.containsKey("dialects")) {
      return Dialects.ALL;
    }
    try {
      return Dialects.ALL.only(
          Stream.concat(texts("dialects").stream(), Stream.of(Cvr0.DIALECT.name())).toList());
    } catch (IllegalArgumentException e) {
      throw new IllegalArgumentException("dialects: " + e.getMessage(), e);
    }
  }
}

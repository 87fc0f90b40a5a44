package im.monarch.domain.roster;

import im.monarch.protocol.vocabulary.PropertyKey;
import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;

/** Copies of property maps, in the order of the keys; all empty ones are the same object. */
final class Properties {

  private Properties() {}

  static Map<PropertyKey, String> copy(Map<PropertyKey, String> properties) {
    return properties.isEmpty() ? Map.of() : Collections.unmodifiableMap(new EnumMap<>(properties));
  }
}

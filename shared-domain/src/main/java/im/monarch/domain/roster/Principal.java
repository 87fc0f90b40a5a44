package im.monarch.domain.roster;

import im.monarch.protocol.vocabulary.FriendlyName;
import im.monarch.protocol.vocabulary.PropertyKey;
import java.util.Map;

/**
 * An account as the owner of an address book sees it.
 *
 * @param name what it calls itself
 * @param properties what it shows to the owner, only those set; none if it does not admit the owner
 */
public record Principal(FriendlyName name, Map<PropertyKey, String> properties) {

  public Principal {
    properties = Properties.copy(properties);
  }
}

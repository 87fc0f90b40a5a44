package im.monarch.deploy;

import java.util.Optional;
import picocli.CommandLine.IVersionProvider;

/** What this is. */
final class Version implements IVersionProvider {

  @Override
  public String[] getVersion() {
    var build =
        Optional.ofNullable(Monarch.class.getPackage().getImplementationVersion())
            .orElse("(not packaged)");
    return new String[] {"Monarch " + build + ", Java " + Runtime.version()};
  }
}

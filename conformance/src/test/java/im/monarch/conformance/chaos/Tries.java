package im.monarch.conformance.chaos;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** Which row of the table in {@code conformance/README.md} a test is: F1, K3 and so on. */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.METHOD)
@interface Tries {

  /** One or several, with a comma between them. */
  String value();
}

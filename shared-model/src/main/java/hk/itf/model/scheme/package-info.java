/** A scheme as data: what may be asked, who may apply, what is granted, how it is vetted and paid. Code knows kinds of rule, never a scheme. */
@NullMarked
package hk.itf.model.scheme;

import org.jspecify.annotations.NullMarked;

/** What tests share: random problems and slow, obvious definitions. Shipped to the other modules as a test-jar. */
package dev.twinplace.testing;

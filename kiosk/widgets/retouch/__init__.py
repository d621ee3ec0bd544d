"""A painting to work on: faces, points and a mask under fingers or a mouse."""

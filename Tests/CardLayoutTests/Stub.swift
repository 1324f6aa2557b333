// CardLayout
